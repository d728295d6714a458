"""The oldest browser that a reader may hold, and what it does not know yet.

Chrome and Android's WebView 80, of February 2020: telephones that get no newer one are many. What
is newer our scripts do without; our styles may say it where its absence breaks nothing.
"""

import re

OLDEST = 80
METHODS = {
    "Array.fromAsync": 121,
    "Array.prototype.at": 92,
    "Array.prototype.findLast": 97,
    "Array.prototype.findLastIndex": 97,
    "Array.prototype.toReversed": 110,
    "Array.prototype.toSorted": 110,
    "Array.prototype.toSpliced": 110,
    "Array.prototype.with": 110,
    "String.prototype.at": 92,
    "String.prototype.isWellFormed": 111,
    "String.prototype.replaceAll": 85,
    "String.prototype.toWellFormed": 111,
    "Set.prototype.difference": 122,
    "Set.prototype.intersection": 122,
    "Set.prototype.isSubsetOf": 122,
    "Set.prototype.isSupersetOf": 122,
    "Set.prototype.union": 122,
    "Map.groupBy": 117,
    "Object.groupBy": 117,
    "Object.hasOwn": 93,
    "Promise.any": 85,
    "Promise.try": 128,
    "Promise.withResolvers": 119,
    "Intl.DisplayNames": 81,
    "Intl.DurationFormat": 129,
    "Intl.Segmenter": 87,
    "AbortSignal.any": 116,
    "AbortSignal.timeout": 103,
    "Response.json": 105,
    "URL.canParse": 120,
    "URL.parse": 126,
    "URLPattern": 95,
    "Document.prototype.replaceChildren": 86,
    "Document.prototype.startViewTransition": 111,
    "DocumentFragment.prototype.replaceChildren": 86,
    "Element.prototype.checkVisibility": 105,
    "Element.prototype.getHTML": 125,
    "Element.prototype.replaceChildren": 86,
    "Element.prototype.setHTMLUnsafe": 124,
    "HTMLElement.prototype.hidePopover": 114,
    "HTMLElement.prototype.showPopover": 114,
    "HTMLInputElement.prototype.showPicker": 99,
    "WeakRef": 84,
    "reportError": 95,
    "structuredClone": 98,
    "Crypto.prototype.randomUUID": 92,
}
"""Each method by its place, and the first Chrome that has it."""
SYNTAX = {
    "an assignment where there is no value yet (85)": re.compile(r"(?:\?\?|\|\||&&)="),
    "a private method or field (84)": re.compile(r"\.#\w|^\s*(?:static )?#\w"),
    "a block of a class (94)": re.compile(r"\bstatic\s*\{"),
    "a look behind, which Safari had late": re.compile(r"\(\?<[=!]"),
    "flags d and v of a pattern (90, 112)": re.compile(r"/[gimsuy]*[dv][dgimsuvy]*(?=[.,;)\]])"),
    "a module, and what is awaited in it (89)": re.compile(r"^(?:import|export|await)\b"),
}
STYLE = re.compile(
    r":(?:is|where|has|focus-visible|modal|popover-open|user-invalid|user-valid)\b"
    r"|::(?:backdrop-filter|details-content|highlight|marker|target-text)\b"
)
"""Selectors that are not known: with one of them a browser drops the whole rule."""
PROPERTIES = re.compile(r"inset(?:-.*)?|aspect-ratio")
"""Properties without which something stands in the wrong place."""


def use_of(method: str) -> re.Pattern[str]:
    """Return how a script would call a method."""
    owner, _, name = method.rpartition(".")
    if owner.endswith("prototype"):
        return re.compile(rf"\.{name}\(")
    return re.compile(rf"\b{re.escape(method)}\b")
