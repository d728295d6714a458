"""The files of `deploy/`: what each server needs to know, made from one list of headers."""

from collections.abc import Iterator
from string import Template

from kb.model.languages import EDITIONS, html_language
from kb.site.headers import (
    FOR_YEARS,
    KEEPING,
    NEVER,
    PACKED,
    SHORTLY,
    TYPES,
    headers,
    language_folders,
)

HEAD = "# Made by `kb deploy` from scripts/kb/site/headers.py. Change it there.\n"
NGINX = Template(
    HEAD
    + """# For nginx: put it into /etc/nginx/conf.d/, and name your host, certificate and folder.
# brotli_static needs Debian's libnginx-mod-http-brotli-static; without it remove that line.

map $$uri $$birge_keeping {
$keeping}
map $$uri $$birge_language {
$languages}

server {
  listen 80;
  listen [::]:80;
  server_name birge.example.org;
  return 301 https://$$host$$request_uri;
}

server {
  listen 443 ssl http2;
  listen [::]:443 ssl http2;
  server_name birge.example.org;
  ssl_certificate /etc/ssl/birge.example.org.crt;
  ssl_certificate_key /etc/ssl/birge.example.org.key;
  root /srv/birge/site;

  server_tokens off;
  absolute_redirect off;
  brotli_static on;
  gzip_static on;
  gzip_vary on;
  charset utf-8;
  charset_types $texts;
  types {
$types  }
  default_type application/octet-stream;

$headers  add_header Cache-Control $$birge_keeping always;
  add_header Content-Language $$birge_language always;

  error_page 404 /404.html;
  location / { try_files $$uri $$uri/ =404; }
$missing}
"""
)
CADDY = Template(
    HEAD
    + """# For Caddy 2, which fetches its certificate itself: name your host and folder.

(birge) {
	header {
$headers		-Server
	}
}

birge.example.org {
	root * /srv/birge/site
	import birge
	map {path} {birge_keeping} {
$keeping	}
	header Cache-Control {birge_keeping}
$languages	file_server {
		precompressed br gzip
	}
	handle_errors {
		@language path_regexp language ^/$folders/
		@other not path_regexp ^/$folders/
		rewrite @language /{re.language.1}/404.html
		rewrite @other /404.html
		import birge
		header Cache-Control "$shortly"
		file_server {
			precompressed br gzip
		}
	}
}
"""
)


def configurations() -> dict[str, str]:
    """Return every file of `deploy/` by its name."""
    return {"nginx.conf": nginx(), "Caddyfile": caddy(), "_headers": static_host()}


def nginx() -> str:
    """Return the configuration of nginx."""
    keeping = (f'  {_pattern(where)} "{how}";\n' for where, how in KEEPING.items())
    return NGINX.substitute(
        keeping="".join(keeping),
        languages="".join(f"  ~^/{code}/ {html_language(code)};\n" for code in EDITIONS),
        texts=" ".join(kind for kind, (ending, *_) in TYPES.items() if ending in PACKED[1:]),
        types="".join(f"    {kind} {' '.join(endings)};\n" for kind, endings in TYPES.items()),
        headers="".join(
            f'  add_header {name} "{said}" always;\n' for name, said in headers().items()
        ),
        missing="".join(
            f"  location /{code}/ {{ try_files $uri $uri/ =404;"
            f" error_page 404 /{code}/404.html; }}\n"
            for code in EDITIONS
        ),
    )


def _pattern(where: str) -> str:
    return f"~{where}" if where else "default"  # nginx and Caddy write both alike


def caddy() -> str:
    """Return the configuration of Caddy."""
    keeping = (f'\t\t{_pattern(where)} "{how}"\n' for where, how in KEEPING.items())
    return CADDY.substitute(
        keeping="".join(keeping),
        headers="".join(f'\t\t{name} "{said}"\n' for name, said in headers().items()),
        languages="".join(
            f"\theader /{code}/* Content-Language {html_language(code)}\n" for code in EDITIONS
        ),
        folders=language_folders(),
        shortly=SHORTLY,
    )


def static_host() -> str:
    """Return what Netlify, Cloudflare Pages and others read from the root of a site.

    Where two rules say the same header, such hosts join them; so none does.
    """
    return (
        HEAD
        + "# For static hosts that read such a file: copy it to the root of the site.\n"
        + ("".join(_static_rules()))
    )


def _static_rules() -> Iterator[str]:
    yield _static_rule("/*", headers())
    for code in EDITIONS:
        yield _static_rule(f"/{code}/*", {"Content-Language": html_language(code)})
        yield _static_rule(f"/{code}/assets/*", {"Cache-Control": FOR_YEARS})
    yield _static_rule("/assets/*", {"Cache-Control": FOR_YEARS})
    yield _static_rule("/sw.js", {"Cache-Control": NEVER})


def _static_rule(where: str, said: dict[str, str]) -> str:
    return "\n".join(["", where, *(f"  {name}: {value}" for name, value in said.items()), ""])
