"""The window: session, canvas, panels, dialogs and actions."""
