"""nginx in front: its micro-cache over the site, beside nginx with the same bytes in a file."""

import contextlib
import shutil
import subprocess
import time

import psutil

from tests.running_site import free_port

from .. import databases, serving
from ..figures import Figure
from ..wrk import wrk
from .kept import PAGE, POSTS

ROUNDS, SECONDS = 25, 1

CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
events {{ worker_connections 512; }}
http {{
    access_log off; types {{ text/html html; }} default_type text/html;
    proxy_cache_path {folder}/nginx-cache keys_zone=pages:8m max_size=64m;
    server {{
        listen 127.0.0.1:{port};
        location /page.html {{ root {folder}/file; }}
        location / {{
            proxy_pass http://127.0.0.1:{site}; proxy_set_header Host $http_host;
            proxy_cache pages; proxy_cache_valid 200 1s; proxy_cache_lock on;
            proxy_cache_use_stale updating error timeout http_500 http_502 http_503 http_504;
            proxy_cache_background_update on; proxy_ignore_headers Vary;
            proxy_cache_key $host$request_uri$cookie_vision;
        }}
    }}
}}
"""


def measure(options):
    if not shutil.which("nginx"):
        return
    with serving.gunicorn(POSTS) as site, nginx(site) as (master, url):
        rates = {"file": [], "page": []}
        for _ in range(ROUNDS):
            for name, path in {"file": "/page.html", "page": PAGE}.items():
                before = cpu_seconds(master, site)
                counted = wrk(url + path, seconds=SECONDS)
                assert not counted.errors, f"{name}: {counted}"
                rates[name].append(counted.requests / (cpu_seconds(master, site) - before))
    ratios = sorted(page / file for page, file in zip(rates["page"], rates["file"], strict=True))
    yield Figure("nginx with the page in a file, requests a core-second", sorted(rates["file"])[ROUNDS // 2])
    yield Figure("nginx's micro-cache over the site, requests a core-second", sorted(rates["page"])[ROUNDS // 2])
    yield Figure("nginx's micro-cache / nginx with a file", ratios[ROUNDS // 2], at_least=0.8)


@contextlib.contextmanager
def nginx(site):
    """(its process, its address); what deploy/ has for a real server needs a name and a certificate."""
    folder, port = databases.FOLDER, free_port()
    (folder / "file").mkdir(exist_ok=True)
    (folder / "file" / "page.html").write_bytes(site.get(PAGE)[2])
    folder.chmod(0o755)
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, site=site.port))
    process = subprocess.Popen(["nginx", "-c", str(configuration), "-g", "user root;"])
    try:
        time.sleep(1)
        yield psutil.Process(process.pid), f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def cpu_seconds(master, site):
    nginx = sum(sum(each.cpu_times()[:2]) for each in [master, *master.children()])
    return nginx + site.cpu_seconds()
