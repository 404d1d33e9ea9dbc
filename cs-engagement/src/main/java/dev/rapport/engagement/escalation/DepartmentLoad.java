package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is open for one department. */
@Value.Immutable
@ValueStyle
public abstract class DepartmentLoad {

    DepartmentLoad() {}

    static DepartmentLoad of(String department, List<Escalation> open, Money zero) {
        Money arr = zero;
        Set<String> customers = new HashSet<>();
        for (Escalation escalation : open) {
            if (customers.add(escalation.customerId())) {
                arr = escalation.arr().map(arr::plus).orElse(arr);
            }
        }
        return ImmutableDepartmentLoad.builder()
                .department(department)
                .open(open.size())
                .overdue((int) open.stream().filter(Escalation::overdue).count())
                .withoutAccountable((int) open.stream()
                        .filter(escalation -> escalation.accountable().isEmpty())
                        .count())
                .customers(customers.size())
                .arr(arr)
                .build();
    }

    /**
     * Which department.
     *
     * @return the department's id
     */
    public abstract String department();

    /**
     * How many escalations are open.
     *
     * @return a number
     */
    public abstract int open();

    /**
     * Of how many the deadline has passed.
     *
     * @return a part of {@link #open()}
     */
    public abstract int overdue();

    /**
     * For how many nobody is accountable.
     *
     * @return a part of {@link #open()}
     */
    public abstract int withoutAccountable();

    /**
     * Of how many customers.
     *
     * @return the number of different ones
     */
    public abstract int customers();

    /**
     * What these customers pay.
     *
     * @return the sum of what is known of their recurring revenue, each counted once
     */
    public abstract Money arr();
}
