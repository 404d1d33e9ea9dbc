import org.jspecify.annotations.NullMarked;

/** Who are they? Conditions, tiers, clusters and membership over time. */
@NullMarked
module dev.rapport.segmentation {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires org.apache.commons.statistics.distribution;
    requires transitive dev.rapport.model;

    exports dev.rapport.segmentation.clustering;
    exports dev.rapport.segmentation.combination;
    exports dev.rapport.segmentation.condition;
    exports dev.rapport.segmentation.json;
    exports dev.rapport.segmentation.list;
    exports dev.rapport.segmentation.membership;
    exports dev.rapport.segmentation.potential;
    exports dev.rapport.segmentation.quality;
    exports dev.rapport.segmentation.rfm;
    exports dev.rapport.segmentation.segment;
    exports dev.rapport.segmentation.tier;
}
