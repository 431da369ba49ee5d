# Written from the core's declarations: cargo xtask generate
"""The commands and queries of a plant: each call waits, while other threads go on."""

from foodwms._blocking_api.audit import AuditMethods
from foodwms._blocking_api.flows import FlowMethods
from foodwms._blocking_api.genealogy import GenealogyMethods
from foodwms._blocking_api.inventory import InventoryMethods
from foodwms._blocking_api.lots import LotMethods
from foodwms._blocking_api.plant import PlantMethods
from foodwms._blocking_api.quality import QualityMethods
from foodwms._blocking_api.runs import RunMethods

__all__ = ["BlockingPlantApi"]


class BlockingPlantApi(
    PlantMethods,
    FlowMethods,
    RunMethods,
    LotMethods,
    QualityMethods,
    InventoryMethods,
    GenealogyMethods,
    AuditMethods,
):
    """The commands and queries of a plant: each call waits, while other threads go on."""

    __slots__ = ()
