"""nginx as deploy/nginx configures it, but for what a machine of its own decides: ports and folders."""

import datetime
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
CONFIGURATION = Path(settings.BASE_DIR) / "deploy" / "nginx"
NAME = "theatre.test"
IPV6 = re.compile(r"^ *listen \[::\].*\n", re.MULTILINE)

MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes 1;
events {{ worker_connections 768; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    gzip on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    include {folder}/theatre-site.conf;
}}
"""


@dataclass(frozen=True)
class Front:
    folder: Path
    https_port: int
    http_port: int

    def client(self, *, address="127.0.0.1", http2=True):
        """A browser that has the site's certificate."""
        trusted = ssl.create_default_context(cafile=self.folder / "fullchain.pem")
        transport = httpx.HTTPTransport(http2=http2, verify=trusted, local_address=address)
        return Browser(transport=transport, base_url=f"https://127.0.0.1:{self.https_port}", timeout=30)

    @property
    def complaints(self):
        return (self.folder / "error.log").read_text()


class Browser(httpx.Client):
    """Comes by number and says the site's name, as if a name server had told it."""

    def request(self, method, url, *, headers=None, **options):
        options["extensions"] = {"sni_hostname": NAME}
        return super().request(method, url, headers={"Host": NAME, **(headers or {})}, **options)


@contextmanager
def nginx(folder, *, upstream, var, ports):
    """Front, open; its folder must be there."""
    https_port, http_port = ports
    make_certificate(folder)
    main = write_configuration(folder, upstream=upstream, var=var, https_port=https_port, http_port=http_port)
    process = subprocess.Popen([PROGRAM, "-c", main], stderr=(folder / "said").open("w"))
    front = Front(folder, https_port, http_port)
    try:
        wait_until_open(front, process)
        yield front
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(20)


def wait_until_open(front, process):
    deadline = time.monotonic() + 20
    while not (front.folder / "nginx.pid").exists():
        assert process.poll() is None, (front.folder / "said").read_text()
        assert time.monotonic() < deadline, "nginx did not open"
        time.sleep(0.05)


def write_configuration(folder, *, upstream, var, https_port, http_port):
    """The path of the main file."""
    certificates = f"/etc/letsencrypt/live/{NAME}"
    changes = {
        "listen 443": f"listen {https_port}",
        "listen [::]:443": f"listen [::1]:{https_port}",
        "listen 80": f"listen {http_port}",
        "listen [::]:80": f"listen [::1]:{http_port}",
        certificates: str(folder),
        "/srv/theatre-site/deploy/nginx/pages": f"{CONFIGURATION}/pages",
        "/srv/theatre-site/deploy/nginx": str(folder),
        "/var/lib/theatre-site": str(var),
        "/var/cache": str(folder),
    }
    template = Template((CONFIGURATION / "theatre-site.conf.template").read_text())
    texts = {path.name: path.read_text() for path in CONFIGURATION.glob("*.conf")}
    texts["theatre-site.conf"] = template.safe_substitute(SITE_NAME=NAME, ADMIN_PATH="admin", UPSTREAM=upstream)
    if not speaks_ipv6():
        texts = {name: IPV6.sub("", text) for name, text in texts.items()}
        changes = {old: new for old, new in changes.items() if "[::]" not in old}
    for old, new in changes.items():
        assert any(old in text for text in texts.values()), f"deploy/nginx does not say {old}"
        texts = {name: text.replace(old, new) for name, text in texts.items()}
    for name, text in texts.items():
        (folder / name).write_text(text)
    main = folder / "nginx.conf"
    main.write_text(MAIN.format(folder=folder, user="user root;" if Path(folder).owner() == "root" else ""))
    return main


def speaks_ipv6():
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def make_certificate(folder):
    """For NAME, by nobody but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *plain))
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
