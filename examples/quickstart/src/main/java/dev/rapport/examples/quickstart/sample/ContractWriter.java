package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Contracts with their lines, amendments and renewals, and what became of them. */
final class ContractWriter {

    private static final List<String> REASONS = List.of(
            "price",
            "missing-features",
            "low-adoption",
            "competitor",
            "business-closed",
            "sponsor-left",
            "support-quality");

    private static final int DAYS_TO_CORRECT = 12;

    private final Profile profile;
    private final Pen pen;
    private final List<Basket.Item> basket;
    private final CurrencyUnit currency;
    private final Dice dice;

    private ContractWriter(Profile profile, Pen pen) {
        this.profile = profile;
        this.pen = pen;
        this.basket = Basket.of(profile);
        this.currency = profile.country().currency();
        this.dice = profile.dice("contracts");
    }

    static void write(Profile profile, Pen pen) {
        ContractWriter writer = new ContractWriter(profile, pen);
        List<Deal> deals = Deal.of(profile);
        for (Deal deal : deals) {
            writer.write(deal);
        }
        writer.end(deals.get(deals.size() - 1));
        SideContracts.write(profile, pen);
    }

    /** The yearly revenue of a basket in a state of its contract, in the customer's currency. */
    static Money arr(Profile profile, Deal.State state) {
        CurrencyUnit currency = profile.country().currency();
        Money sum = Money.zero(currency);
        for (Basket.Item item : Basket.of(profile)) {
            sum = sum.plus(arr(item, state, currency));
        }
        return sum;
    }

    private static Money arr(Basket.Item item, Deal.State state, CurrencyUnit currency) {
        return item.priceOf(currency, state.price()).multipliedBy(quantity(item, state));
    }

    private static int quantity(Basket.Item item, Deal.State state) {
        return item.product().equals(Basket.CORE) ? state.seats() : item.quantity();
    }

    private void write(Deal deal) {
        Deal.State first = deal.states().get(0);
        boolean isMistaken = dice.chance(0.05)
                && profile.is(Plant.NONE)
                && deal.signedOn().isAfter(SampleBook.FROM)
                && deal.signedOn().isBefore(SampleBook.UNTIL.minusDays(DAYS_TO_CORRECT));
        for (Deal.State state : deal.states()) {
            boolean isAmendment = !state.equals(first);
            LocalDate on = isAmendment ? state.from() : deal.signedOn();
            LocalDate recordedOn = isAmendment ? on : deal.recordedOn();
            pen.write(Contract.SERIES, deal.id(), on, recordedOn, contract -> {
                fill(contract, deal, state);
                deal.end().ifPresent(end -> contract.with(Contract.END, end));
            });
            if (isMistaken && !isAmendment) {
                Deal.State mistaken = new Deal.State(state.from(), state.seats() * 10, state.price());
                writeLines(deal, mistaken, on, recordedOn);
                writeLines(deal, state, on, recordedOn.plusDays(DAYS_TO_CORRECT));
            } else {
                writeLines(deal, state, on, recordedOn);
            }
            if (isAmendment) {
                writeAmended(deal, state);
            }
        }
        writeRenewed(deal);
    }

    private void writeLines(Deal deal, Deal.State state, LocalDate on, LocalDate recordedOn) {
        for (Basket.Item item : basket) {
            pen.write(ContractLine.SERIES, deal.id() + "-" + item.product(), on, recordedOn, line -> {
                line.with(ContractLine.CONTRACT, deal.id())
                        .with(ContractLine.PRODUCT, item.product())
                        .with(ContractLine.QUANTITY, (double) quantity(item, state))
                        .with(ContractLine.UNIT_PRICE, item.priceOf(currency, state.price()))
                        .with(ContractLine.ARR, arr(item, state, currency));
                ReviewTruths.fillLine(profile, line);
            });
        }
    }

    private void fill(EntryBuilder contract, Deal deal, Deal.State state) {
        Terms terms = profile.terms();
        contract.with(Contract.START, deal.start())
                .with(Contract.SIGNED_ON, deal.signedOn())
                .with(Contract.OFFERING, offering())
                .with(Contract.AUTO_RENEWS, terms.autoRenews())
                .with(Contract.BILLING, InvoiceWriter.billing(profile))
                .with(Contract.SEATS, (double) state.seats());
        if (terms.autoRenews()) {
            contract.with(Contract.NOTICE_AMOUNT, (double) terms.notice().amount())
                    .with(Contract.NOTICE_UNIT, terms.notice().unit());
        }
        deal.predecessor().ifPresent(id -> contract.with(Contract.PREDECESSOR, id));
        int change = deal.seatChange(state);
        if (change != 0) {
            contract.with(Contract.AMENDMENT, amendment(change));
        }
        if (profile.index() % 3 == 1) {
            profile.parent().ifPresent(parent -> contract.with(Contract.PAYING_CUSTOMER, Profile.idOf(parent)));
        }
    }

    private String offering() {
        return switch (profile.tier()) {
            case STRATEGIC, ENTERPRISE -> "suite-enterprise";
            case MID_MARKET -> "suite-professional";
            case SMALL -> "suite-essential";
        };
    }

    private String amendment(int change) {
        return switch (profile.plant()) {
            case TOOK_OVER -> "seats " + signed(change) + ", taken over in the merger";
            case SPLIT -> "seats " + signed(change) + ", left with the part that was split off";
            default -> "seats " + signed(change);
        };
    }

    private static String signed(int change) {
        return change > 0 ? "+" + change : Integer.toString(change);
    }

    private void writeAmended(Deal deal, Deal.State state) {
        Deal.State before = deal.states().get(deal.states().indexOf(state) - 1);
        Money difference = arr(profile, state).minus(arr(profile, before));
        String kind = difference.isNegative() ? "contracted" : "expanded";
        String reason = switch (profile.plant()) {
            case TOOK_OVER -> "merger";
            case SPLIT -> "split";
            default -> "more-users";
        };
        outcome(deal, state.from(), kind, difference.abs(), reason);
    }

    private void writeRenewed(Deal deal) {
        Money arr = arr(profile, deal.states().get(0));
        Optional<String> predecessor = deal.predecessor();
        if (predecessor.isPresent() && !deal.signedOn().isBefore(SampleBook.FROM)) {
            pen.write(
                    Outcome.SERIES,
                    deal.id() + "-renewed",
                    deal.signedOn(),
                    deal.recordedOn(),
                    outcome -> outcome.with(Outcome.KIND, "renewed")
                            .with(Outcome.CONTRACT, predecessor.get())
                            .with(Outcome.AMOUNT, arr)
                            .with(Outcome.REASON, "value-reached"));
        }
        Terms terms = profile.terms();
        if (terms.autoRenews() && terms.months() > 1) {
            LocalDate last = profile.until();
            for (LocalDate end = terms.endOf(terms.start()); !end.isAfter(last); end = terms.endOf(end)) {
                if (!end.isBefore(SampleBook.FROM)) {
                    outcome(deal, end, "renewed", arr, "by-itself");
                }
            }
        }
    }

    private void outcome(Deal deal, LocalDate on, String kind, Money amount, String reason) {
        pen.write(
                Outcome.SERIES,
                deal.id() + "-" + kind + "-" + on,
                on,
                outcome -> outcome.with(Outcome.KIND, kind)
                        .with(Outcome.CONTRACT, deal.id())
                        .with(Outcome.AMOUNT, amount)
                        .with(Outcome.REASON, reason));
    }

    private void end(Deal deal) {
        Deal.State last = deal.states().get(deal.states().size() - 1);
        String rolled = dice.pick(REASONS);
        String reason = switch (profile.plant()) {
            case LOST_AFTER_FALL -> profile.rank() == PlantedTruths.RANK_OF_FALSE_PRICE ? "price" : "low-adoption";
            case PAYMENT_FAILED -> "price";
            default -> rolled;
        };
        if (profile.is(Plant.SAID_TO_BE_LOST)) {
            outcome(deal, PlantedTruths.SAID_LOST_ON, "churned", arr(profile, last), "competitor");
        }
        if (profile.is(Plant.NOTICE_GIVEN)) {
            notice(deal, last, PlantedTruths.NOTICE_ON, deal.end().orElseThrow());
        }
        Optional<LocalDate> lost = profile.lostOn();
        if (lost.isEmpty() || profile.is(Plant.RENEWAL_OVERDUE)) {
            return;
        }
        if (profile.is(Plant.MERGED_AWAY)) {
            endedEarly(deal, last, lost.get(), lost.get());
            return;
        }
        if (profile.terms().isEvergreen()) {
            endedEarly(deal, last, lost.get().minusDays(31), lost.get());
        } else if (profile.terms().autoRenews()) {
            notice(deal, last, lost.get().minusDays(noticeDays() + (long) dice.whole(1, 12)), lost.get());
        }
        outcome(deal, lost.get(), "churned", arr(profile, last), reason);
    }

    private long noticeDays() {
        Terms.Notice notice = profile.terms().notice();
        return switch (notice.unit()) {
            case "months" -> notice.amount() * 31L;
            case "business-days" -> notice.amount() * 2L;
            default -> notice.amount();
        };
    }

    /** A version of the contract with the notice, and with the end of the term that the notice is against. */
    private void notice(Deal deal, Deal.State state, LocalDate on, LocalDate end) {
        pen.write(Contract.SERIES, deal.id(), on, contract -> {
            fill(contract, deal, state);
            contract.with(Contract.END, end).with(Contract.NOTICE_GIVEN_ON, on);
        });
    }

    private void endedEarly(Deal deal, Deal.State state, LocalDate on, LocalDate end) {
        pen.write(Contract.SERIES, deal.id(), on, contract -> {
            fill(contract, deal, state);
            deal.end().ifPresent(planned -> contract.with(Contract.END, planned));
            contract.with(Contract.ENDED_ON, end);
        });
    }
}
