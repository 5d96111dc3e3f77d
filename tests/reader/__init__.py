"""Formats opened by what their readers open them with; needs Chromium and Playwright."""
