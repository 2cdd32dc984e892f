"""Requests that nobody should send, as bytes for a socket: odd methods, headers, encodings, paths, cookies, forms."""

from random import Random

METHODS = [
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "get",
    "GÉT",
    "X" * 99,
]
PATHS = [
    "/",
    "/ru/",
    "/uk/",
    "/ru/news/",
    "/ru/news/rubric/all/",
    "/ru/news/2025/13/",
    "/ru/news/0000/",
    "/ru/afisha/9999/12/",
    "/ru/afisha/2026/w54/",
    "/ru/festival/2030/programme/",
    "/ru/festival/99999/",
    "/ru/performances/99999999999999999999/",
    "/ru/repertoire/bench-5/",
    "/ru/repertoire/%00/",
    "/ru/pages/%D0%B0%D0%B1/",
    "/ru/news/%ff%fe/",
    "/ru/search/",
    "/ru/vision/",
    "/ru/vision/off/",
    "/ru/preview/x/",
    "/ru/preview/news.post/1/",
    "/admin/",
    "/admin/login/",
    "/admin/language/",
    "/media/../../etc/passwd",
    "/media/%2e%2e/%2e%2e/etc/passwd",
    "/media/" + "a" * 5000,
    "/static/%00",
    "//evil.example/",
    "/sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap-x.xml",
    "/robots.txt",
    "/healthz",
    "/ru/news/feed/",
    "/ru/afisha/calendar.ics",
    "/ru/afisha/performances.json",
    "/xx/",
    "/ru//",
    "/ru/news",
    "/" + "%25" * 300,
    "/ru/?page=2",
    "*",
    "http://evil.example/ru/",
    "/ru/picture.png",
    "/\xd0\xb0",
    "/ru/news/" + "a" * 3000 + "/",
    "/ru/people/'or'1'='1/",
    "/ru/subscribe/;a=b",
]
VALUES = [
    "",
    "1",
    "0",
    "-1",
    "02",
    "1e9",
    "99999999999999999999999",
    "%00",
    "%ff",
    "%D0%B0",
    "\x7f",
    "'\"><script>",
    "a" * 3000,
    "%",
    "..%2f..%2f",
    "null",
    "[]",
    "{}",
    "%F0%9F%8E%AD",
    "%ED%A0%80",
    "т",
    "+",
    "%u0430",
    "1;DROP TABLE news_post",
    "٣",
    "²",
]
NAMES = [
    "page",
    "q",
    "kind",
    "year",
    "next",
    "size",
    "colours",
    "x",
    "page[]",
    "%00",
    "",
    "csrfmiddlewaretoken",
    "language",
]
HEADERS = [
    "Accept-Encoding: gzip;q=nan",
    "Accept-Encoding: br;q=1e400, *",
    "Accept-Encoding: ,,;;q=",
    "Accept-Encoding: " + "a," * 900,
    'If-None-Match: W/"x", *',
    'If-None-Match: "' + "a" * 2000,
    "If-Modified-Since: yesterday",
    "If-Modified-Since: Mon, 31 Feb 99999 25:61:61 GMT",
    "If-Modified-Since: Fri, 01 Jan 0001 00:00:00 GMT",
    "Range: bytes=5-1",
    "Range: bytes=-99999999999999999999",
    "Accept-Language: \xff\xfe",
    "X-Forwarded-Proto: gopher",
    "X-Forwarded-For: ' OR 1=1",
    "X-HTTP-Method-Override: DELETE",
    "Content-Type: multipart/form-data",
    "Expect: 200-maybe",
    "Content-Type: application/json; charset=utf-99",
    "Content-Type: text/html; charset=\xff",
    "Referer: \x01",
    "Origin: null",
    "Host: evil.example",
    "Host: ",
    "Host: a:b:c",
    "Host: 127.0.0.1:99999",
    "Upgrade: h2c",
    "Transfer-Encoding: identity",
    "Content-Length: 0",
    "Content-Encoding: gzip",
    "Authorization: Basic \xff",
    "X-Header" * 30 + ": y",
    "Proxy: http://evil.example",
    "Connection: close, keep-alive",
    "Accept: */*;q=99",
    "X_Under_Score: 1",
    "Cache-Control: no-store",
]
COOKIES = [
    "",
    "vision=",
    "vision=150.white.normal.normal.off",
    "vision=1.2.3.4.5",
    "vision=" + "." * 900,
    "vision=\xff",
    "sessionid=",
    "sessionid=" + "x" * 32,
    "sessionid=' OR 1=1",
    "csrftoken=a",
    "csrftoken=" + "é" * 32,
    "=;=;=",
    "messages=W10:bad:sig",
    ";" * 900,
    'vision="150.white.normal.normal.off"',
    "a" * 3000,
    "sessionid=\x00",
    "vision=150.white.normal.normal.off; vision=x",
]
BODIES = [
    b"",
    b"a=b",
    b"%",
    b"\x00" * 50,
    b"&" * 500,
    b"a=" + b"x" * 9000,
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
    b"username=%ff&password=\xff",
    b'{"a":',
    b"csrfmiddlewaretoken=" + b"a" * 64,
    b"language=xx&next=//evil.example",
]
TYPES = [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=" + "y" * 300,
    "multipart/form-data",
    "text/plain",
    "application/json",
    "\xff",
    "",
]
BROKEN = [
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    b"GET /ru/ HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
    b"GET /ru/ HTTP/1.0\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"POST /ru/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /ru/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
    b"GET " + b"/a" * 5000 + b" HTTP/1.1\r\n\r\n",
    b"POST /ru/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
]


def requests(number, *, seed=1):
    """So many of them, each other than the one before and always the same ones."""
    chance = Random(seed)
    for _ in range(number):
        yield chance.choice(BROKEN) if chance.random() < 0.05 else request(chance)


def request(chance):
    method = chance.choice(METHODS) if chance.random() < 0.6 else "GET"
    path = chance.choice(PATHS)
    if chance.random() < 0.6:
        pairs = (f"{chance.choice(NAMES)}={chance.choice(VALUES)}" for _ in range(chance.randint(1, 3)))
        path += ("&" if "?" in path else "?") + "&".join(pairs)
    headers = chance.sample(HEADERS, chance.randint(0, 4))
    if not any(header.startswith("Host:") for header in headers):
        headers.append("Host: 127.0.0.1")
    if chance.random() < 0.4:
        headers.append(f"Cookie: {chance.choice(COOKIES)}")
    body = b""
    if method in {"POST", "PUT", "PATCH"}:
        body = chance.choice(BODIES)
        headers += [f"Content-Type: {chance.choice(TYPES)}", f"Content-Length: {len(body)}"]
    head = "\r\n".join([f"{method} {path} HTTP/1.1", *headers, "Connection: close", "", ""])
    return head.encode("utf-8" if chance.random() < 0.5 else "latin-1", "replace") + body
