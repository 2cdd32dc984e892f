"""All public pages that somebody can reach by following links."""

import re
from collections import Counter

LINK = re.compile(r'href="([^"#]+)')
# The calendar goes on for ever; these months and weeks stand for all.
ENDLESS = re.compile(r"/afisha/\d{4}/(w?)\d\d/$")
MOST_OF_A_KIND = 8
# Files, and the switch to the version for the visually impaired, which leads back to the page itself.
NO_PAGE = re.compile(r"/static/|/media/|/\w\w/vision/")


def visit_all(client, start):
    """{address: response} of all pages that can be reached from here by following links."""
    found, ahead, endless = {}, [start], Counter()
    while ahead:
        address = ahead.pop()
        if address in found:
            continue
        if calendar := ENDLESS.search(address):
            endless[calendar[1]] += 1
            if endless[calendar[1]] > MOST_OF_A_KIND:
                continue
        found[address] = response = client.get(address)
        if response.streaming:  # a file
            continue
        links = (link.removeprefix("http://testserver") for link in LINK.findall(response.content.decode()))
        ahead += [link for link in links if link.startswith("/") and not NO_PAGE.match(link)]
    return found
