"""journeymapper: customer journey plans, designed, checked, compared and handed out."""

__version__ = "0.1.0"
