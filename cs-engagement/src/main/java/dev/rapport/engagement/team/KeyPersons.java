package dev.rapport.engagement.team;

import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Finds what hangs on one person alone. */
final class KeyPersons {

    private final Organisation organisation;
    private final LocalDate date;
    private final CurrencyUnit currency;
    private final Map<String, List<BookCustomer>> alone = new HashMap<>();
    private final Map<String, TreeSet<String>> roles = new HashMap<>();
    private final Map<String, Map<String, Integer>> languages = new HashMap<>();
    private final Set<String> models = new HashSet<>();
    private final Map<String, Map<String, List<String>>> speakers = new HashMap<>();
    private Money whole;

    KeyPersons(Organisation organisation, LocalDate date, CurrencyUnit currency) {
        this.organisation = organisation;
        this.date = date;
        this.currency = currency;
        this.whole = Money.zero(currency);
    }

    void add(BookCustomer customer) {
        whole = customer.arr().map(whole::plus).orElse(whole);
        List<String> people = customer.people();
        if (people.size() == 1) {
            alone.computeIfAbsent(people.get(0), absent -> new ArrayList<>()).add(customer);
        }
        customer.model
                .filter(model -> models.add(model.id()))
                .ifPresent(model -> model.hoursPerYear().forEach(this::addRole));
        TreeSet<String> named = new TreeSet<>();
        for (OwnerRule rule : customer.rules()) {
            if (rule.pool().isEmpty() && rule.atLeast() > 0) {
                named.add(rule.role());
            }
        }
        TreeSet<String> onlySpeakers = new TreeSet<>();
        customer.language().ifPresent(language -> named.forEach(role -> onlySpeakers.addAll(only(language, role))));
        onlySpeakers.forEach(member -> languages
                .computeIfAbsent(member, absent -> new TreeMap<>())
                .merge(customer.language().orElseThrow(), 1, Integer::sum));
    }

    private void addRole(String role, BigDecimal hours) {
        List<Member> holders = organisation.holders(role, date);
        if (hours.signum() > 0 && holders.size() == 1) {
            roles.computeIfAbsent(holders.get(0).id(), absent -> new TreeSet<>())
                    .add(role);
        }
    }

    /** The one holder of the role who speaks a language; nobody if there are several. */
    private List<String> only(String language, String role) {
        return speakers.computeIfAbsent(language, absent -> new HashMap<>())
                .computeIfAbsent(role, absent -> onlyOf(language, role));
    }

    private List<String> onlyOf(String language, String role) {
        List<String> all = organisation.holders(role, date).stream()
                .filter(member -> member.languages().contains(language))
                .map(Member::id)
                .toList();
        return all.size() == 1 ? all : List.of();
    }

    /** All on whom something hangs alone, most revenue first. */
    List<KeyPerson> persons(List<SkillNeed> needs) {
        Map<String, TreeSet<String>> skills = new HashMap<>();
        for (SkillNeed need : needs) {
            if (need.capable().size() == 1) {
                skills.computeIfAbsent(need.capable().get(0), absent -> new TreeSet<>())
                        .add(need.skill());
            }
        }
        TreeSet<String> ids = new TreeSet<>(alone.keySet());
        ids.addAll(roles.keySet());
        ids.addAll(languages.keySet());
        ids.addAll(skills.keySet());
        List<KeyPerson> persons = new ArrayList<>();
        for (String id : ids) {
            List<BookCustomer> customers = alone.getOrDefault(id, List.of());
            Money arr = Money.zero(currency);
            for (BookCustomer customer : customers) {
                arr = customer.arr().map(arr::plus).orElse(arr);
            }
            persons.add(new KeyPerson.Builder()
                    .memberId(id)
                    .customers(customers.stream().map(BookCustomer::id).sorted().toList())
                    .arr(arr)
                    .shareOfArr(share(arr))
                    .roles(roles.getOrDefault(id, new TreeSet<>()))
                    .skills(skills.getOrDefault(id, new TreeSet<>()))
                    .languages(languages.getOrDefault(id, Map.of()))
                    .build());
        }
        persons.sort(Comparator.comparing(KeyPerson::arr).reversed().thenComparing(KeyPerson::memberId));
        return List.copyOf(persons);
    }

    private OptionalDouble share(Money arr) {
        BigDecimal all = whole.getAmount();
        return all.signum() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(arr.getAmount().doubleValue() / all.doubleValue());
    }
}
