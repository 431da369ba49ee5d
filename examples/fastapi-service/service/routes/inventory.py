"""Buffers and what moves between them."""

from __future__ import annotations

from foodwms import (
    BufferContents,
    BufferSummary,
    ConsumeStock,
    CreateBuffer,
    DispatchLot,
    LiftBufferHold,
    ListBuffers,
    ListMoves,
    Pick,
    ReceiveStock,
    TransferStock,
    UpdateBuffer,
)

from service.routes._area import area

routes = area("", "inventory")
routes.query("/buffers", ListBuffers)
routes.command("POST", "/buffers", CreateBuffer, status_code=201)
routes.query("/buffers/{buffer_id}", BufferSummary)
routes.command("PATCH", "/buffers/{buffer_id}", UpdateBuffer)
routes.command("POST", "/buffers/{buffer_id}/lift-hold", LiftBufferHold)
routes.query("/buffers/{buffer_id}/inventory", BufferContents)
routes.command("POST", "/inventory/receive", ReceiveStock)
routes.command("POST", "/inventory/transfer", TransferStock)
routes.command("POST", "/inventory/consume", ConsumeStock)
routes.command("POST", "/inventory/ship", DispatchLot)
routes.query("/inventory/moves", ListMoves)
routes.query("/inventory/pick", Pick)
