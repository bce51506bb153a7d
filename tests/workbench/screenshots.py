"""Take the screenshots of the documentation: `python -m tests.workbench.screenshots [REGISTER]` (the register of `memcon demo` by default)."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from .conftest import CHROMIUM, served

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
PAGES = {
    "start": "/", "document": "/documents/woodside-summit", "entry": "/entries/sample-camp-david", "pair": "/pair?a=US&b=CN", "person": "/who?name=Xi+Jinping",
    "calendar": "/calendar?on=2023-11-15", "statements": "/statements", "figures": "/figures", "review": "/review?skip=2", "about": "/about", "search": "/search?q=US+and+China",
    "engagements": "/engagements?between=US&between=JP",
}  # fmt: skip
SIZES = {"wide": (1600, 1000), "narrow": (360, 780)}
LARGEST = 150_000


def main() -> None:
    """Take all of them."""
    import io

    from PIL import Image

    FOLDER.mkdir(exist_ok=True)
    register = Path(sys.argv[1] if len(sys.argv) > 1 else "demo.db")
    with served(register) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                page = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1 if size == "wide" else 2).new_page()
                for name, path in PAGES.items():
                    page.goto("about:blank")
                    page.goto(address + path, wait_until="networkidle")
                    page.wait_for_timeout(250)
                    picture = Image.open(io.BytesIO(page.screenshot()))
                    file = FOLDER / f"{name}-{size}-{scheme}.webp"
                    picture.save(file, quality=82, method=6)
                    assert file.stat().st_size < LARGEST, file
        browser.close()


if __name__ == "__main__":
    main()
