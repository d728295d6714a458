"""Links to other sites: asked weekly, reported, never in the way of a change."""
