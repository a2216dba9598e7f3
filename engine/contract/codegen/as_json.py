"""Ids as JSON, for other languages and tools."""

import json

from engine.contract.codegen.ids import MARK, TypedIds, camel

FORMAT = 1


def json_text(ids: TypedIds) -> str:
    """Kind -> its ids with name, pages and former ids, and a name for code."""
    data = {
        "format": FORMAT,
        "note": f"{MARK} json`: edits are lost.",
        "ids": {
            kind: [
                {
                    "id": entry.id,
                    "member": camel(entry.words),
                    "name": entry.name,
                    "pages": list(entry.pages),
                    "formerly": list(entry.formerly),
                }
                for entry in entries
            ]
            for kind, entries in ids.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
