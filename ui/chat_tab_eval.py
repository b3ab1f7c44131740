"""placeholder."""
from typing import Any
from ui.chat_page import Page
def build_eval(page: Page, tab: Any) -> None:
    """Lay out."""
    page.gr.HTML("eval")
