"""A lot traceability service: the HTTP of a plant over foodwms."""
