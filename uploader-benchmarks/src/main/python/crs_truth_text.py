"""What both writers of texts share."""

import re

IDENTIFIER = re.compile(r",\s*(?:ID|AUTHORITY)\s*\[")


def without_identifiers(text):
    out, at = [], 0
    while True:
        found = IDENTIFIER.search(text, at)
        if not found:
            return "".join(out) + text[at:]
        out.append(text[at : found.start()])
        depth, at, quoted = 1, found.end(), False
        while depth:
            if text[at] == '"':
                quoted = not quoted
            elif not quoted:
                depth += {"[": 1, "]": -1}.get(text[at], 0)
            at += 1
