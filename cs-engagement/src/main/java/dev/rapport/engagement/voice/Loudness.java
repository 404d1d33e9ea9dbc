package dev.rapport.engagement.voice;

import dev.rapport.model.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.Money;

/** How often something was said, by whom, and what became of it. */
@Value.Immutable
@ValueStyle
public abstract class Loudness {

    Loudness() {}

    static Loudness of(List<Utterance> said, Map<String, Money> pays, Money zero) {
        Money arr = zero;
        int withoutArr = 0;
        Set<String> customers = new HashSet<>();
        for (Utterance one : said) {
            if (customers.add(one.customerId())) {
                Money known = pays.get(one.customerId());
                arr = known == null ? arr : arr.plus(known);
                withoutArr += known == null ? 1 : 0;
            }
        }
        return ImmutableLoudness.builder()
                .mentions(said.size())
                .customers(customers.size())
                .arr(arr)
                .withoutArr(withoutArr)
                .heard(count(said, Utterance.Status.HEARD))
                .answered(count(said, Utterance.Status.ANSWERED))
                .acted(count(said, Utterance.Status.ACTED))
                .unanswered((int) said.stream().filter(Utterance::unanswered).count())
                .build();
    }

    private static int count(List<Utterance> said, Utterance.Status status) {
        return (int) said.stream().filter(one -> one.status() == status).count();
    }

    /**
     * How often it was said.
     *
     * @return the number of utterances
     */
    public abstract int mentions();

    /**
     * By how many customers.
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

    /**
     * Of how many customers the revenue is not known.
     *
     * @return a part of {@link #customers()}
     */
    public abstract int withoutArr();

    /**
     * How many were heard, and no more.
     *
     * @return a part of {@link #mentions()}
     */
    public abstract int heard();

    /**
     * How many were answered, and no more.
     *
     * @return a part of {@link #mentions()}
     */
    public abstract int answered();

    /**
     * About how many something was done.
     *
     * @return a part of {@link #mentions()}
     */
    public abstract int acted();

    /**
     * How many wait for an answer for longer than they should.
     *
     * @return a part of {@link #heard()}
     */
    public abstract int unanswered();
}
