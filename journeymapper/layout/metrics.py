"""The measures of a drawing, in points at 100 %."""

GRID = 20.0
"""The grid that cards moved by hand are counted in."""

CARD_WIDTH = 212.0
TEXT_LEFT = 14.0
"""From the card's left side to its texts, past the bar of its process."""
TEXT_RIGHT = 12.0
SIGN_WIDTH = 24.0
"""What a star, a face or a folder takes at the card's right side."""
GOAL_SIGN = 15.0
"""What the target sign takes before the goal."""
LINE_HEIGHT = 17.0
CARD_PADDING = 15.0
"""Above the first and below the last line of a card, together."""
LEAST_LINES = 2

SLOT = 22.0
"""Between two links that leave a card's right side, so that their shares stand one below the other."""
ENTRY = 12.0
"""Between two links that enter a card's left side."""
TRACK = 10.0
"""Between two links that run beside each other."""
LABEL_HEIGHT = 18.0
LABEL_PADDING = 6.0
MARKER = 20.0
"""Width and height of a hand-over's diamond or a medium's wave."""
LABEL_GAP = 6.0
"""From a card to its label."""
MARKER_GAP = 3.0
ARROW = 14.0
"""Left free before a card for arrow heads."""

GUTTER = 80.0
SIGNED_GUTTER = 120.0
"""Least width between two columns of cards, and where links carry signs."""
GUTTER_STEP = 40.0
"""Gutters grow in steps, so that one link more seldom moves a card."""
MARGIN = 24.0
"""Least width beside the first and the last column of cards."""
LANE_TOP = 26.0
EMPTY_ROW = 74.0
"""Height of a lane that has no card yet."""
LANE_BOTTOM = 4.0
BELOW_CARD = 30.0
"""Room below each card, where losses and links that run down have their labels."""
PILL_HEIGHT = 16.0
PILL_PADDING = 8.0
PILL_ROW = 22.0
FLAG = 12.0
"""What the flag takes before a success."""

LANE_LABEL = 96.0
WIDEST_LANE_LABEL = 180.0
UNLABELLED = 60.0
"""What is left free at the left of a drawing without lane labels."""
HEAD_TOP = 8.0
HEAD_HEIGHT = 40.0
HEAD_GAP = 6.0
PHASE_HEIGHT = 16.0
PHASE_GAP = 4.0
CELL = 3
"""How many cards stand below each other in a stage and lane before a further column is begun."""
LONGEST_RUN = 4
"""How many steps that follow each other share a column."""

STUB_LEFT = 26.0
STUB_HEIGHT = 10.0
STUB_ROW = 15.0
STUB_STEP = 12.0
STUB_WIDEST = 10.0
"""Width of the stub of customers who all leave."""

THIN_LINE = 1.4
THICK_LINE = 7.0

CURVE_TOP = 28.0
"""From the last lane to the level +2."""
CURVE_LEVEL = 20.0
CURVE_BOTTOM = 40.0
CURVE_SPREAD = 0.41
"""Of a card's width: between the points of one column."""

EVENT_WIDTH = 230.0
EVENT_GAP = 90.0
EVENT_PITCH = EVENT_WIDTH + EVENT_GAP
EVENT_LINE = 18.0
EVENT_TEXT_TOP = 12.0
PAGE = 32.0
"""Margin around a macro journey."""
PAGE_HEADING = 62.0
"""What the page's title and subtitle take."""
EVENT_HEAD_HEIGHT = 38.0
EVENT_HEAD_OVERHANG = 30.0
"""How far a stage's head reaches past its events."""
HEAD_TO_EVENT = 36.0
TAB = (120.0, 24.0)
"""What is kept free for a milestone's tab."""
BAND = 36.0
"""Width of the greatest flow between events."""
LEAST_BAND = 1.6
OUTFLOW = 20.0
"""Width of the stub through which most customers leave."""
OUTFLOW_HEIGHT = 20.0
OUTFLOW_AT = 0.84
"""Where the customers leave, as a part of the card's width."""
BETWEEN_ROWS = 130.0
"""Least height between the row out and the row back."""
