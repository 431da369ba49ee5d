# Written from the core's declarations: cargo xtask generate
"""The commands and queries of a plant. A command once begun runs to its end, also when nobody waits for it."""

from foodwms._api.audit import AuditMethods
from foodwms._api.flows import FlowMethods
from foodwms._api.genealogy import GenealogyMethods
from foodwms._api.inventory import InventoryMethods
from foodwms._api.lots import LotMethods
from foodwms._api.plant import PlantMethods
from foodwms._api.quality import QualityMethods
from foodwms._api.runs import RunMethods

__all__ = ["PlantApi"]


class PlantApi(
    PlantMethods,
    FlowMethods,
    RunMethods,
    LotMethods,
    QualityMethods,
    InventoryMethods,
    GenealogyMethods,
    AuditMethods,
):
    """The commands and queries of a plant. A command once begun runs to its end, also when nobody waits for it."""

    __slots__ = ()
