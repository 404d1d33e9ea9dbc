package dev.rapport.engagement.coverage;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.segmentation.condition.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rules of a policy say of the customers of a book. Rules that read what nobody fed hold for nobody. */
final class RulesOfBook {

    private final AssignmentPolicy policy;
    private final Map<String, Program> handOver = new HashMap<>();
    private final Map<String, Program> placement = new HashMap<>();
    private final Map<String, AssignmentLock> locks = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    RulesOfBook(AssignmentPolicy policy, Book book) {
        this.policy = policy;
        policy.handOver().forEach(rule -> add(rule.id(), rule.when(), handOver, book));
        policy.rules().forEach(rule -> rule.when().ifPresent(when -> add(rule.id(), when, placement, book)));
        policy.locks().forEach(lock -> locks.put(lock.customerId(), lock));
    }

    private void add(String id, Condition when, Map<String, Program> to, Book book) {
        Program program = Program.of(when.compile());
        Requirements unfed = book.missing(program.requirements());
        unfed.attributes().forEach(attribute -> missing.add("attribute " + attribute));
        unfed.series().forEach(series -> missing.add("series " + series));
        if (unfed.attributes().isEmpty() && unfed.series().isEmpty()) {
            to.put(id, program);
        }
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /** Says of a customer what its hand-over costs, who comes into question, and whether it is not to be moved. */
    void tell(CustomerView view, String role, AssignmentNeed.Builder need, Optional<String> owner) {
        if (owner.isPresent()) {
            double factor = 1;
            for (HandOverRule rule : policy.handOver()) {
                Optional<Explanation> reasons = holding(handOver.get(rule.id()), view);
                if (reasons.isPresent()) {
                    factor *= rule.factor();
                    need.addHandOverReasons(words(rule, reasons.get()));
                }
            }
            need.handOverFactor(factor);
        }
        for (PlacementRule rule : policy.rules()) {
            boolean isAsked = rule.roles().isEmpty() || rule.roles().contains(role);
            if (isAsked
                    && (rule.when().isEmpty()
                            || holding(placement.get(rule.id()), view).isPresent())) {
                need.addRules(rule);
            }
        }
        Optional.ofNullable(locks.get(view.customerId()))
                .ifPresent(lock -> lock.memberId()
                        .or(() -> owner)
                        .ifPresent(member -> need.addOnlyWith(member).lock(lock.reason())));
    }

    /** The rule and the attributes that it read; what is counted over entries has no name to show. */
    private String words(HandOverRule rule, Explanation reasons) {
        Set<AttributeKey<?>> named = new LinkedHashSet<>();
        Program program = handOver.get(rule.id());
        if (program != null) {
            named.addAll(program.requirements().attributes());
        }
        List<String> read = new ArrayList<>();
        evidence(reasons, named, read);
        return rule.id() + (read.isEmpty() ? "" : " (" + String.join(", ", read) + ")") + " counts "
                + BigDecimal.valueOf(rule.factor()).stripTrailingZeros().toPlainString() + " times";
    }

    private static void evidence(Explanation reasons, Set<AttributeKey<?>> named, List<String> read) {
        reasons.evidence()
                .filter(evidence ->
                        named.contains(evidence.key()) && evidence.key().sensitivity() != Sensitivity.PERSONAL)
                .ifPresent(evidence -> read.add(evidence.key().name() + " " + plain(evidence.value())));
        reasons.parts().forEach(part -> evidence(part, named, read));
    }

    private static String plain(Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static Optional<Explanation> holding(@Nullable Program program, CustomerView view) {
        return program == null
                ? Optional.empty()
                : Optional.of(program.explain(view))
                        .filter(reasons -> reasons.value().orElse(0) == 1);
    }
}
