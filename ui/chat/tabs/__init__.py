"""The tabs of the chat page."""
