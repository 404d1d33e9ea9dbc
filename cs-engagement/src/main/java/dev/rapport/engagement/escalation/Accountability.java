package dev.rapport.engagement.escalation;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who acts on a day, with the way up the reporting line where somebody is not there. A host without an {@link
 * Organisation} document brings its own.
 */
public interface Accountability {

    /**
     * Who takes a matter of an owner.
     *
     * @param owner  a customer's owner, as the facts name them
     * @param date  the day
     * @return the owner, or the first up the line who works for us then; empty if there is none
     */
    Optional<String> inChargeFor(String owner, LocalDate date);

    /**
     * Who answers for a role where a customer has no owner in it: exactly one.
     *
     * @param role  the role
     * @param date  the day
     * @return the only one who holds it, or whom those who hold it report to; empty if there is none
     */
    Optional<String> answerableFor(String role, LocalDate date);

    /**
     * The accountability of an organisation. A role that nobody holds is answered for by the next one up the line. For a
     * role that several hold, none of whom looks after the customer, their manager answers; at the top, the first of them.
     *
     * @param organisation  the organisation
     * @return its reporting lines
     */
    static Accountability of(Organisation organisation) {
        return new Accountability() {
            @Override
            public Optional<String> inChargeFor(String owner, LocalDate date) {
                return organisation.inChargeFor(owner, date).map(Member::id);
            }

            @Override
            public Optional<String> answerableFor(String role, LocalDate date) {
                List<Member> holders = organisation.answerableFor(role, date);
                Optional<String> first = holders.stream().map(Member::id).findFirst();
                return holders.size() < 2
                        ? first
                        : first.flatMap(organisation::managerOf)
                                .flatMap(manager -> inChargeFor(manager.id(), date))
                                .or(() -> first);
            }
        };
    }

    /**
     * The accountability of owners alone, where there is no organisation: they are taken to be there, and roles without an
     * owner have nobody.
     *
     * @return the accountability
     */
    static Accountability ownersOnly() {
        return new Accountability() {
            @Override
            public Optional<String> inChargeFor(String owner, LocalDate date) {
                return Optional.of(owner);
            }

            @Override
            public Optional<String> answerableFor(String role, LocalDate date) {
                return Optional.empty();
            }
        };
    }
}
