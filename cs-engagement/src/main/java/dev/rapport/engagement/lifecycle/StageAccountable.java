package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Ownership;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is accountable for a customer in a stage: exactly one, judged against the engagement model. Where the model has a pool
 * for the role, the pool is; where it asks for nobody, who answers for the role in the organisation.
 *
 * @param who  the member or pool; empty if there is none
 * @param gap  what is wrong, if something is
 * @param because  how it was found, as a clause
 */
record StageAccountable(Optional<String> who, Optional<Finding.Kind> gap, String because) {

    static StageAccountable of(
            CustomerView view,
            Stage stage,
            LocalDate day,
            Optional<EngagementModel> model,
            Accountability accountability) {
        String role = stage.accountable();
        Optional<OwnerRule> rule = model.flatMap(known -> known.ownerRule(role))
                .filter(one -> one.stages().isEmpty() || one.stages().contains(stage.id()));
        Optional<String> pool = rule.flatMap(OwnerRule::pool);
        List<Ownership> holders = view.series(Ownership.SERIES).stream()
                .filter(owner -> owner.role().equals(role) && owner.isOn(day))
                .sorted(Comparator.comparing(Ownership::from).thenComparing(Ownership::owner))
                .toList();
        List<String> people = holders.stream().map(Ownership::owner).distinct().toList();
        int allowed = rule.map(OwnerRule::atMost).orElse(1);
        if (people.size() > allowed) {
            return new StageAccountable(
                    Optional.of(people.get(0)),
                    Optional.of(Finding.Kind.SEVERAL_ACCOUNTABLE),
                    String.join(" and ", people) + " hold the role " + role + " at once, "
                            + model.map(EngagementModel::id).orElse("one")
                            + (rule.isPresent() ? " allows " + allowed : " is right")
                            + "; the first to have come counts");
        }
        if (!people.isEmpty()) {
            return new StageAccountable(
                    Optional.of(people.get(0)), Optional.empty(), "looks after the customer as " + role);
        }
        if (pool.isPresent()) {
            return new StageAccountable(
                    pool, Optional.empty(), "the pool that " + model.get().id() + " has for " + role);
        }
        Optional<String> answers = accountability.answerableFor(role, day);
        boolean isAskedFor = rule.filter(one -> one.atLeast() > 0).isPresent();
        String stands =
                answers.map(member -> "; " + member + " answers for the role").orElse("");
        if (isAskedFor) {
            return new StageAccountable(
                    answers,
                    Optional.of(Finding.Kind.NOBODY_ACCOUNTABLE),
                    "nobody looks after the customer as " + role + ", "
                            + model.get().id() + " asks for " + rule.get().atLeast() + stands);
        }
        return answers.isPresent()
                ? new StageAccountable(answers, Optional.empty(), "answers for the role " + role)
                : new StageAccountable(
                        Optional.empty(),
                        Optional.of(Finding.Kind.NOBODY_ACCOUNTABLE),
                        "nobody looks after the customer as " + role + ", and nobody answers for the role");
    }
}
