"""How gunicorn serves the site, on a laptop and in production. The environment decides what differs."""

import gc
import os

from django.db import connections
from gunicorn.http import message

wsgi_app = "theatre_site.wsgi"

# host:port, or unix:/a/socket. From systemd it comes with its socket open already, which then is the one.
bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"

# Threads keep a visitor on a slow line from holding up the others.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 20
keepalive = 5

# A fresh worker now and then keeps memory flat; the jitter keeps them from leaving together. It begins without kept
# pages, so this is seldom: most requests cost it nothing that could add up.
max_requests = 500_000
max_requests_jitter = 50_000

# Who may say that the line to the visitor is encrypted: a web server on this machine (one that comes by a socket always
# may), or on another, by its address. Nobody else should reach this port at all.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")

# As much as nginx takes. A Cyrillic letter in a search is six letters of the address, and that ten thousand of them are
# too many the site says better itself. gunicorn knows nothing between its own measure, 8190, and none at all.
limit_request_line = message.MAX_REQUEST_LINE = 65_536
limit_request_fields = 100
limit_request_field_size = 8190

loglevel = os.environ.get("LOG_LEVEL", "info")
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None

# A way in that nobody uses, in a folder of the home directory that all sites would share.
control_socket_disable = True

# Loaded once, shared by all workers.
preload_app = True


def pre_fork(server, worker):
    """Two processes must never talk over one database connection."""
    connections.close_all()
    # What the master has loaded stays: nobody looks through it for garbage again, so that it stays shared, too.
    gc.freeze()


def post_fork(server, worker):
    """A page makes some ten thousand objects and leaves none: look for garbage after some pages, not in each."""
    gc.set_threshold(20_000, 20, 50)
