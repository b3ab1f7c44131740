"""Decide which network addresses may be asked: public ones only, unless private ones are allowed."""

import ipaddress
import socket

from ingest.errors import FetchError

# Addresses that carry another one inside (IPv6 to IPv4); the inner one decides.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve_host(host: str, port: int, *, allow_private: bool = False) -> str:
    """Resolve a host and return the address to connect to.

    Raises FetchError when it is unknown, or when any of its addresses is private, loopback, link-local, reserved
    or multicast: a name with one public and one private address is a trap.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} is not known to the network; check the address and the connection") from error
    addresses = list(dict.fromkeys(str(info[4][0]).split("%")[0] for info in found))
    if not addresses:
        raise FetchError(f"{host} has no address; check the spelling")
    for address in addresses:
        if not allow_private and not is_public(address):
            raise FetchError(f"{host} is a private or reserved address ({address}); allow it with --allow-private")
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public network."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified
