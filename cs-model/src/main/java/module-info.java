import org.jspecify.annotations.NullMarked;

/** Facts in two times, attributes, customers, explanations, problems; reading and writing them. */
// The siblings named in the qualified export are compiled after this module.
@SuppressWarnings("module")
@NullMarked
module dev.rapport.model {
    requires static org.immutables.value.annotations;
    requires static de.focus_shift.jollyday.core;
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires tools.jackson.core;
    requires transitive org.joda.money;

    exports dev.rapport.model.attribute;
    exports dev.rapport.model.book;
    exports dev.rapport.model.calendar.jollyday;
    exports dev.rapport.model.calendar;
    exports dev.rapport.model.customer;
    exports dev.rapport.model.decision.json;
    exports dev.rapport.model.decision;
    exports dev.rapport.model.derived;
    exports dev.rapport.model.family;
    exports dev.rapport.model.json;
    exports dev.rapport.model.memory;
    exports dev.rapport.model.money;
    exports dev.rapport.model.organisation.json;
    exports dev.rapport.model.organisation;
    exports dev.rapport.model.problem;
    exports dev.rapport.model.shape;
    exports dev.rapport.model.tables;
    exports dev.rapport.model.time;
    exports dev.rapport.model.internal to
            dev.rapport.engagement,
            dev.rapport.health,
            dev.rapport.segmentation;
}
