import org.jspecify.annotations.NullMarked;

/** How are they, and will they stay? Measures, scorecards, churn, retention and validation against outcomes. */
@NullMarked
module dev.rapport.health {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires transitive dev.rapport.model;

    exports dev.rapport.health;
    exports dev.rapport.health.band;
    exports dev.rapport.health.classification;
    exports dev.rapport.health.json;
    exports dev.rapport.health.lifetime;
    exports dev.rapport.health.measure;
    exports dev.rapport.health.regression;
    exports dev.rapport.health.risk;
    exports dev.rapport.health.scorecard;
    exports dev.rapport.health.survival;
}
