"""The address of a visitor. Anybody can write an X-Forwarded-For; only what our own proxies have added counts."""

from ipaddress import ip_address, ip_network

from django.conf import settings


def address_of(request):
    """Of the last one on the way who is no proxy of ours; None where nothing is known, as in a shell."""
    address = request.META.get("REMOTE_ADDR", "")
    if not is_ours(address):
        return address if is_address(address) else None
    for named in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        named = named.strip()
        if not is_address(named):
            break
        address = named
        if not is_ours(named):
            break
    return address or None


def is_ours(address):
    """A proxy that asks by a socket of this machine has no address."""
    if not is_address(address):
        return not address
    return any(ip_address(address) in ip_network(proxies) for proxies in settings.TRUSTED_PROXIES)


def is_address(text):
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
