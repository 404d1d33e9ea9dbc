package dev.rapport.engagement.coverage;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Program;
import dev.rapport.segmentation.condition.AllOf;
import dev.rapport.segmentation.condition.AnyOf;
import dev.rapport.segmentation.condition.AtLeastOf;
import dev.rapport.segmentation.condition.ChangedBy;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.NoneOf;
import dev.rapport.segmentation.condition.Tally;
import dev.rapport.segmentation.condition.TallyComparison;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every attribute of a customer, and every field of an entry, that a condition reads. */
final class WhatIsRead {

    private final Set<AttributeKey<?>> keys = new TreeSet<>(Comparator.comparing(AttributeKey<?>::name));

    private WhatIsRead() {}

    static Set<AttributeKey<?>> by(Condition condition) {
        WhatIsRead read = new WhatIsRead();
        read.keys.addAll(Program.of(condition.compile()).requirements().attributes());
        read.fields(condition);
        return read.keys;
    }

    private void fields(Condition condition) {
        if (condition instanceof AllOf all) {
            fields(all.conditions());
        } else if (condition instanceof AnyOf any) {
            fields(any.conditions());
        } else if (condition instanceof NoneOf none) {
            fields(none.conditions());
        } else if (condition instanceof AtLeastOf some) {
            fields(some.conditions());
        } else if (condition instanceof TallyComparison facts) {
            fields(facts.tally());
        } else if (condition instanceof ChangedBy changed && changed.of() instanceof Tally facts) {
            fields(facts);
        }
    }

    private void fields(List<Condition> conditions) {
        conditions.forEach(this::fields);
    }

    private void fields(Tally facts) {
        facts.field().ifPresent(keys::add);
        facts.condition().ifPresent(where -> keys.addAll(by(where)));
    }
}
