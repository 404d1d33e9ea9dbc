package dev.rapport.examples.hostadapter;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.book.SeriesBinding;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the host's classes meet the library's keys.
 *
 * <p>What the export does not have stays unbound: there are no owners, no people, no surveys, no invoices and no ends of
 * terms, and the plan says so. What became known later than an entry began is bound with the time since when it is known,
 * so that a plan for an earlier date does not see it.
 */
final class AccountAdapter {

    /** An attribute of the host's own, beside those that the library names. */
    static final AttributeKey<String> TIER = AttributeKey.text("account-tier").dimension(Dimension.COMMERCIAL);

    private AccountAdapter() {}

    static ViewAdapter<Account> adapter() {
        return ViewAdapter.builder(Account::id)
                .source("ravenstack_accounts.csv")
                .since(Account::signedUpOn)
                .attribute(CustomerAttributes.NAME, Account::name, Account::signedUpOn)
                .attribute(CustomerAttributes.INDUSTRY, Account::industry, Account::signedUpOn)
                .attribute(CustomerAttributes.COUNTRY, Account::country, Account::signedUpOn)
                .attribute(CustomerAttributes.CHANNEL, Account::referral, Account::signedUpOn)
                .attribute(TIER, Account::tier)
                .source("ravenstack_subscriptions.csv")
                .series(Contract.SERIES, Account::subscriptions, AccountAdapter::subscription)
                .source("ravenstack_feature_usage.csv")
                .series(Usage.SERIES, Account::uses, AccountAdapter::use)
                .source("ravenstack_support_tickets.csv")
                .series(Ticket.SERIES, Account::tickets, AccountAdapter::ticket)
                .source("ravenstack_churn_events.csv")
                .series(Outcome.SERIES, Account::churnEvents, AccountAdapter::churn)
                .build();
    }

    private static void subscription(SeriesBinding.Builder<Subscription> contract) {
        contract.id(Subscription::id)
                .at(Subscription::startedOn)
                .field(Contract.START, Subscription::startedOn)
                .field(Contract.ENDED_ON, Subscription::endedOn, Subscription::endedOn)
                .field(Contract.OFFERING, Subscription::tier)
                .field(Contract.SEATS, subscription -> (double) subscription.seats())
                .field(Contract.ARR, subscription -> Money.of(CurrencyUnit.USD, subscription.yearlyDollars()))
                .field(Contract.TRIAL, Subscription::trial)
                .field(Contract.BILLING, Subscription::billing)
                .field(Contract.AUTO_RENEWS, Subscription::autoRenews);
    }

    private static void use(SeriesBinding.Builder<FeatureUse> usage) {
        usage.id(FeatureUse::id)
                .at(FeatureUse::usedOn)
                .recordedAt(FeatureUse::knownSince)
                .field(Usage.QUANTITY, use -> (double) use.count())
                .field(Usage.FEATURE, FeatureUse::feature)
                .field(Usage.ERRORS, use -> (double) use.errors())
                .field(Usage.MINUTES, use -> use.seconds() / 60.0);
    }

    private static void ticket(SeriesBinding.Builder<SupportTicket> ticket) {
        ticket.id(SupportTicket::id)
                .at(SupportTicket::submittedOn)
                .field(Ticket.SEVERITY, SupportTicket::priority)
                .field(Ticket.FIRST_RESPONSE_HOURS, support -> support.firstResponseMinutes() / 60)
                .field(Ticket.CLOSED_ON, AccountAdapter::closedOn, SupportTicket::closedAt)
                .field(Ticket.RESOLUTION_HOURS, SupportTicket::resolutionHours, SupportTicket::closedAt)
                .field(Ticket.SATISFACTION, SupportTicket::satisfaction, SupportTicket::closedAt)
                .field(Ticket.ESCALATED, SupportTicket::escalated);
    }

    private static java.time.@Nullable LocalDate closedOn(SupportTicket ticket) {
        return ticket.closedAt() == null ? null : ticket.closedAt().toLocalDate();
    }

    private static void churn(SeriesBinding.Builder<ChurnEvent> outcome) {
        outcome.id(ChurnEvent::id)
                .at(ChurnEvent::churnedOn)
                .field(Outcome.KIND, churn -> churn.reactivation() ? "reactivated" : "churned")
                .field(Outcome.REASON, ChurnEvent::reason)
                .field(Outcome.COMMENT, churn -> churn.feedback().isEmpty() ? null : churn.feedback());
    }
}
