"""What an assistant gets from the page's MCP tools: JSON, where Gradio would hand on Python's own notation."""

import json
from typing import Any


def hand_on_json(server: Any) -> None:
    """Let a `GradioMCPServer` send each result of a tool as one piece of JSON text, the same that /ask sends.

    Raises:
        AttributeError: this Gradio makes its results elsewhere: `None` and `True` must not come out as Python's words.
    """
    if not callable(getattr(server, "postprocess_output_data", None)):
        raise AttributeError("gradio's MCP server has no postprocess_output_data any more: ui/chat/mcp.py needs it")

    def as_json(data: Any, root_url: str) -> list[Any]:
        texts = (json.dumps(output, ensure_ascii=False) for output in data)
        return [server.types.TextContent(type="text", text=text) for text in texts]

    server.postprocess_output_data = as_json
