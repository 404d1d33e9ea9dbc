import org.jspecify.annotations.NullMarked;

/** What falls due, who acts, and does it pay? Milestones, engagement models and the plan. */
@NullMarked
module dev.rapport.engagement {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires com.samskivert.jmustache;
    requires static transitive java.sql;
    requires org.apache.commons.statistics.distribution;
    requires transitive dev.rapport.model;
    requires transitive dev.rapport.health;
    requires transitive dev.rapport.segmentation;

    exports dev.rapport.engagement.allocation;
    exports dev.rapport.engagement.attribution;
    exports dev.rapport.engagement.call;
    exports dev.rapport.engagement.capacity;
    exports dev.rapport.engagement.coverage;
    exports dev.rapport.engagement.escalation;
    exports dev.rapport.engagement.evaluation;
    exports dev.rapport.engagement.expansion;
    exports dev.rapport.engagement.experiment;
    exports dev.rapport.engagement.file;
    exports dev.rapport.engagement.forecast;
    exports dev.rapport.engagement.json;
    exports dev.rapport.engagement.lifecycle;
    exports dev.rapport.engagement.milestone.jdbc;
    exports dev.rapport.engagement.milestone;
    exports dev.rapport.engagement.model;
    exports dev.rapport.engagement.overview;
    exports dev.rapport.engagement.pack;
    exports dev.rapport.engagement.page;
    exports dev.rapport.engagement.plan;
    exports dev.rapport.engagement.review;
    exports dev.rapport.engagement.scope;
    exports dev.rapport.engagement.team;
    exports dev.rapport.engagement.time;
    exports dev.rapport.engagement.trigger;
    exports dev.rapport.engagement.voice;
    exports dev.rapport.engagement.whatif;
    exports dev.rapport.engagement;
}
