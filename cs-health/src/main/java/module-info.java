import org.jspecify.annotations.NullMarked;

/** How are they, and will they stay? Measures, scorecards, churn, retention and validation against outcomes. */
@NullMarked
module dev.rapport.health {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires transitive dev.rapport.model;

    exports dev.rapport.health.atrisk;
    exports dev.rapport.health.band;
    exports dev.rapport.health.card;
    exports dev.rapport.health.challenge;
    exports dev.rapport.health.change;
    exports dev.rapport.health.choice;
    exports dev.rapport.health.churn;
    exports dev.rapport.health.classification;
    exports dev.rapport.health.contact;
    exports dev.rapport.health.estimate;
    exports dev.rapport.health.fitted;
    exports dev.rapport.health.json;
    exports dev.rapport.health.lifetime;
    exports dev.rapport.health.loss;
    exports dev.rapport.health.measure;
    exports dev.rapport.health.observation;
    exports dev.rapport.health.override;
    exports dev.rapport.health.policy;
    exports dev.rapport.health.preset;
    exports dev.rapport.health.regression;
    exports dev.rapport.health.residual;
    exports dev.rapport.health.retention;
    exports dev.rapport.health.risk;
    exports dev.rapport.health.rollup;
    exports dev.rapport.health.scorecard;
    exports dev.rapport.health.simulation;
    exports dev.rapport.health.survey;
    exports dev.rapport.health.survival;
    exports dev.rapport.health.tally;
    exports dev.rapport.health.trend;
    exports dev.rapport.health.validation;
    exports dev.rapport.health.version;
    exports dev.rapport.health.warning.change;
    exports dev.rapport.health.warning;
    exports dev.rapport.health;
}
