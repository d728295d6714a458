"""What a server says beside each file, written once: pages and `deploy/` are made from it."""

from kb.model.languages import EDITIONS

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the site's sign and the theme's arrows are written into addresses
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""The content security policy: our own files, and nothing that stands inside a page."""
ONLY_IN_HEADERS = {"frame-ancestors"}
"""What browsers do not heed when a page says it of itself."""
FEATURES = ("accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope",
            "magnetometer", "microphone", "midi", "payment", "usb")  # fmt: skip
"""What no page of ours may ask a device for."""
TWO_YEARS = 2 * 365 * 24 * 3600
YEAR = 365 * 24 * 3600
FOR_YEARS = f"public, max-age={YEAR}, immutable"
"""For names that hold a hash of what the file says."""
SHORTLY = "public, max-age=300"
"""For pages, and for all whose name stays when it changes."""
NEVER = "no-cache"
"""For the service worker, which decides what the others are kept for."""
KEEPING = {
    r"^/(?:[a-z-]+/)?assets/": FOR_YEARS,
    r"^/search/[a-z-]+/index\.js$": SHORTLY,
    r"^/search/": FOR_YEARS,
    r"^/sw\.js$": NEVER,
    "": SHORTLY,
}
"""How long a browser may keep a file: the first pattern that its address matches."""
TYPES = {
    "text/html": ("html",),
    "text/css": ("css",),
    "text/javascript": ("js",),
    "application/json": ("json",),
    "image/svg+xml": ("svg",),
    "application/xml": ("xml",),
    "text/plain": ("txt",),
    "image/x-icon": ("ico",),
    "application/pdf": ("pdf",),
    "application/zip": ("zip",),
    "application/gzip": ("gz",),
    "application/epub+zip": ("epub",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("pptx",),
}
"""The type of each kind of file that the site holds."""
PACKED = ("html", "css", "js", "json", "svg", "xml", "txt")
"""Files of text: a server says that they are in UTF-8, and has packed copies of them."""


def policy(*, in_page: bool) -> str:
    """Return the content security policy as a header, or as a page says it of itself."""
    return "; ".join(
        f"{name} {sources}"
        for name, sources in POLICY.items()
        if not (in_page and name in ONLY_IN_HEADERS)
    )


def headers() -> dict[str, str]:
    """Return what stands beside every file."""
    return {
        "Content-Security-Policy": policy(in_page=False),
        "Strict-Transport-Security": f"max-age={TWO_YEARS}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def language_folders() -> str:
    """Return a pattern of the folders that hold one edition: '(en|ru|…)'."""
    return f"({'|'.join(EDITIONS)})"
