package dev.rapport.health.json;

import dev.rapport.health.contact.ContactHold;
import dev.rapport.health.contact.ContactRule;
import dev.rapport.health.contact.ContactScope;
import dev.rapport.health.contact.ContactThrottle;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shape of contact throttles, before the whole is checked. */
final class ContactShapes {

    private static final Shape<Set<String>> IDS =
            Shape.listOf(Shape.text().notBlank()).notEmpty().unique().map(LinkedHashSet::new, List::copyOf);

    private static final Shape<ContactRule> RULE = Shape.object("contact-rule", fields -> {
        var code = fields.required("code", Shape.code(), ContactRule::code);
        var scope = fields.required(
                "scope",
                Shape.oneOf(ContactScope.class),
                rule -> rule.questions().scope());
        var instruments = fields.optional(
                "instruments",
                IDS.described("Only questions of these instruments; all if left out"),
                rule -> Optional.of(rule.questions().instruments()).filter(ids -> !ids.isEmpty()));
        var atMost = fields.required(
                "atMost", Shape.integer().atLeast(1), rule -> rule.limit().atMost());
        var days = fields.required(
                "days", Shape.integer().atLeast(1), rule -> rule.limit().days());
        return in -> new ContactRule(
                in.get(code),
                new ContactRule.Questions(in.get(scope), in.get(instruments).orElse(Set.of())),
                new ContactRule.Limit(in.get(atMost), in.get(days)));
    });

    private static final Shape<ContactHold> HOLD = Shape.object("contact-hold", fields -> {
        var code = fields.required("code", Shape.code(), ContactHold::code);
        var when = fields.required("when", TestShapes.TEST, ContactHold::when);
        return in -> new ContactHold(in.get(code), in.get(when));
    });

    static final DocumentKind<ContactThrottle> THROTTLE =
            DocumentKind.of("contact-throttle", 1, ContactThrottle::header, fields -> {
                var rules = fields.required("rules", Shape.listOf(RULE).notEmpty(), ContactThrottle::rules);
                var holds = fields.defaulted("holds", Shape.listOf(HOLD), List.of(), ContactThrottle::holds);
                return (header, in) -> new ContactThrottle(header, in.get(rules), in.get(holds));
            });

    private ContactShapes() {}
}
