"""Which addresses of the internet are public, by the IANA registries of special-purpose addresses (RFC 6890, as of 2026).

IPv4 is public but for a list; IPv6 only within 2000::/3, so that every form that wraps an IPv4 address (mapped ::ffff:0:0/96,
compatible ::/96, NAT64 64:ff9b::/96) falls outside without a rule of its own.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_CLOSED_4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "shared by a carrier"), ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"), ("192.0.0.0/24", "for protocols"), ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a relay of 6to4"), ("192.168.0.0/16", "private"), ("198.18.0.0/15", "for measurements"),
        ("198.51.100.0/24", "for documentation"), ("203.0.113.0/24", "for documentation"), ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("168.63.129.16/32", "the service of a cloud's host"),  # Azure's WireServer answers every machine there at this public number.
    )
)  # fmt: skip
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/23", "for protocols (Teredo, ORCHID)"), ("2001:db8::/32", "for documentation"), ("2002::/16", "6to4"),
        ("3fff::/20", "for documentation"),
    )
)  # fmt: skip
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)
"""The third quarter of an IPv6 address that carries an IPv4 address in its fourth (RFC 5214)."""


def closed(address: str) -> str | None:
    """Say why an address is not public, None where it is.

    >>> closed("93.184.215.14"), closed("169.254.169.254"), closed("::ffff:10.0.0.1"), closed("2002:a00:1::")
    (None, 'link-local', 'not a global unicast address', '6to4')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(found, IPv4Address):
        return next((what for network, what in _CLOSED_4 if found in network), None)
    return _closed_6(found)


def _closed_6(address: IPv6Address) -> str | None:
    if address.scope_id is not None or address not in _OPEN_6:
        return "not a global unicast address"
    if int(address) >> 32 & 0xFFFF_FFFF in _ISATAP:
        return "ISATAP"
    return next((what for network, what in _CLOSED_6 if address in network), None)
