#!/usr/bin/env python3
"""Structures every message of a transcript with the types that lsprotocol generates from the
specification's own model.

    ISSUE_LSP_TRANSCRIPT=/tmp/messages.jsonl swift test --filter ServerTests
    python3 Tests/Scripts/check_messages.py /tmp/messages.jsonl
"""

import json
import sys

from lsprotocol import converters, types

converter = converters.get_converter()
failures = 0
counts = {}

# What goes beyond the specification has no type there.
OWN = ("issue/",)

for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
    entry = json.loads(line)
    method, message = entry["method"], entry["message"]
    if method.startswith(OWN) or method not in types.METHOD_TO_TYPES:
        kind = None
    else:
        request, response, _, _ = types.METHOD_TO_TYPES[method]
        kind = request if "method" in message else response
    if "error" in message:
        kind = types.ResponseErrorMessage
        # The model wants an id; what answers unreadable input has none.
        if message.get("id") is None:
            message = {**message, "id": 0}
    if kind is None:
        continue
    name = method if "method" in message else f"{method} (answer)"
    counts[name] = counts.get(name, 0) + 1
    try:
        converter.structure(message, kind)
    except Exception as error:  # whatever the converter raises is a finding
        failures += 1
        print(f"{number}: {name}: {error!r}\n  {json.dumps(message, ensure_ascii=False)[:400]}")

for name in sorted(counts):
    print(f"{counts[name]:8} {name}")
print(f"{sum(counts.values())} messages, {failures} that do not fit")
sys.exit(1 if failures or not counts else 0)
