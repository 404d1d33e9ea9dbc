package dev.rapport.examples.hostadapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What in the export contradicts itself: counted and told, not averaged away. */
final class Contradictions {

    /** A kind of contradiction. */
    record Contradiction(String code, long count, String sentence) {}

    private Contradictions() {}

    static List<Contradiction> in(List<Account> accounts) {
        List<Contradiction> found = new ArrayList<>();
        long flagged = accounts.stream().filter(Account::flaggedChurned).count();
        long events = accounts.stream()
                .mapToLong(account -> account.churnEvents().size())
                .sum();
        long withEvents = count(accounts, account -> !account.churnEvents().isEmpty());
        long ended = accounts.stream()
                .flatMap(account -> account.subscriptions().stream())
                .filter(subscription -> subscription.endedOn() != null)
                .count();
        add(
                found,
                "churn-has-three-answers",
                Math.abs(events - flagged),
                flagged + " accounts are flagged as churned, " + withEvents + " accounts have " + events
                        + " churn events, and " + ended + " subscriptions have ended.");
        add(
                found,
                "flagged-churned-but-subscribed",
                count(accounts, account -> account.flaggedChurned() && subscribed(account)),
                "accounts are flagged as churned and still have a subscription without an end.");
        add(
                found,
                "flagged-churned-without-event",
                count(
                        accounts,
                        account -> account.flaggedChurned()
                                && account.churnEvents().isEmpty()),
                "accounts are flagged as churned and have no churn event.");
        add(
                found,
                "event-without-flag",
                count(
                        accounts,
                        account -> !account.flaggedChurned()
                                && !account.churnEvents().isEmpty()),
                "accounts have churn events and are not flagged as churned.");
        add(
                found,
                "tier-differs",
                count(accounts, Contradictions::tierDiffers),
                "accounts name a tier that none of their running subscriptions has.");
        add(
                found,
                "usage-outside-term",
                accounts.stream().mapToLong(Contradictions::usesOutsideTerm).sum(),
                "uses lie before the start or after the end of their subscription; those before it are seen from its start on.");
        add(
                found,
                "ticket-before-signup",
                accounts.stream().mapToLong(Contradictions::ticketsBeforeSignup).sum(),
                "tickets were submitted before the account signed up; they are not seen by cuts before the sign-up.");
        add(
                found,
                "usage-id-twice",
                duplicateUses(accounts),
                "usage ids occur twice with different content; both rows are kept.");
        add(
                found,
                "ticket-without-satisfaction",
                accounts.stream()
                        .flatMap(account -> account.tickets().stream())
                        .filter(ticket -> ticket.satisfaction() == null)
                        .count(),
                "tickets have no satisfaction score; they count as missing, not as zero.");
        return List.copyOf(found);
    }

    private static void add(List<Contradiction> found, String code, long count, String sentence) {
        if (count > 0) {
            boolean whole = Character.isDigit(sentence.charAt(0));
            found.add(new Contradiction(code, count, whole ? sentence : count + " " + sentence));
        }
    }

    private static long count(List<Account> accounts, Predicate<Account> condition) {
        return accounts.stream().filter(condition).count();
    }

    private static boolean subscribed(Account account) {
        return account.subscriptions().stream().anyMatch(subscription -> subscription.endedOn() == null);
    }

    private static boolean tierDiffers(Account account) {
        return subscribed(account)
                && account.subscriptions().stream()
                        .filter(subscription -> subscription.endedOn() == null)
                        .noneMatch(subscription -> subscription.tier().equals(account.tier()));
    }

    private static long usesOutsideTerm(Account account) {
        return account.subscriptions().stream()
                .flatMap(subscription -> subscription.uses().stream()
                        .filter(use -> use.usedOn().isBefore(subscription.startedOn())
                                || (subscription.endedOn() != null
                                        && use.usedOn().isAfter(subscription.endedOn()))))
                .count();
    }

    private static long ticketsBeforeSignup(Account account) {
        return account.tickets().stream()
                .filter(ticket -> ticket.submittedOn().isBefore(account.signedUpOn()))
                .count();
    }

    private static long duplicateUses(List<Account> accounts) {
        Map<String, Set<FeatureUse>> byId = new LinkedHashMap<>();
        for (Account account : accounts) {
            account.uses()
                    .forEach(use -> byId.computeIfAbsent(use.id(), absent -> new HashSet<>())
                            .add(use));
        }
        return byId.values().stream().filter(uses -> uses.size() > 1).count();
    }
}
