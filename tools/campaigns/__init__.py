"""Reading and saving tried at full size: each campaign counts what it tried and every promise that was broken."""
