package dev.rapport.engagement.team;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.PoolShares;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proposes the team of each segment. Who looks after customers by name is as the assignment has it, what a pool does is
 * shared by its people, and all other hours go to those who hold the role and have hours left: who speaks the customer's
 * language first, of these who fits the role best, segment by segment in the order of the policy.
 */
final class ProposedTeams {

    /** What people are needed for: a role, by name or in a pool; no pool is the empty text. */
    private record Post(String role, String pool) {}

    private static final Comparator<Post> ORDER =
            Comparator.comparing(Post::role).thenComparing(Post::pool);

    /** What a post takes, as it is added up. */
    private static final class Need {
        private BigDecimal hours = BigDecimal.ZERO;
        private final Map<String, BigDecimal> open = new TreeMap<>(Comparator.reverseOrder());
        private final Map<String, BigDecimal> hoursOf = new TreeMap<>();
        private final Map<String, Integer> customersOf = new HashMap<>();
        private final Map<String, Integer> skills = new TreeMap<>();
        private final Map<String, Integer> languages = new TreeMap<>();

        void give(String member, BigDecimal more) {
            hoursOf.merge(member, more, BigDecimal::add);
        }
    }

    private final Organisation organisation;
    private final EngagementPolicy models;
    private final LocalDate date;
    private final Map<String, Map<String, String>> placed = new HashMap<>();
    private final Map<String, Set<String>> unplaced = new HashMap<>();
    private final Map<String, Map<Post, Need>> needs = new HashMap<>();
    private final Map<String, Integer> customers = new HashMap<>();
    private final Map<String, BigDecimal> left = new HashMap<>();

    ProposedTeams(
            Organisation organisation, EngagementPolicy models, LocalDate date, Map<String, Assignment> assignments) {
        this.organisation = organisation;
        this.models = models;
        this.date = date;
        assignments.forEach((role, assignment) -> {
            Map<String, String> byCustomer = new HashMap<>();
            assignment.placements().forEach(one -> byCustomer.put(one.customerId(), one.memberId()));
            placed.put(role, byCustomer);
            Set<String> without = new HashSet<>();
            assignment.unplaced().forEach(one -> without.add(one.customerId()));
            unplaced.put(role, without);
        });
    }

    void add(BookCustomer customer) {
        if (customer.model.isEmpty()) {
            return;
        }
        EngagementModel model = customer.model.get();
        customers.merge(customer.segment, 1, Integer::sum);
        Set<String> roles = new TreeSet<>(model.hoursPerYear().keySet());
        roles.addAll(model.onboardingHours().keySet());
        for (String role : roles) {
            BigDecimal hours = customer.capacity(role);
            if (hours.signum() > 0) {
                add(customer, role, hours, model.ownerRule(role));
            }
        }
    }

    private void add(BookCustomer customer, String role, BigDecimal hours, Optional<OwnerRule> rule) {
        Post post = new Post(role, rule.flatMap(OwnerRule::pool).orElse(""));
        Need need = needs.computeIfAbsent(customer.segment, absent -> new TreeMap<>(ORDER))
                .computeIfAbsent(post, absent -> new Need());
        need.hours = need.hours.add(hours);
        rule.ifPresent(asked -> {
            asked.skills().forEach((skill, level) -> need.skills.merge(skill, level, Math::max));
            customer.language().ifPresent(language -> need.languages.merge(language, 1, Integer::sum));
        });
        String member = placed.getOrDefault(role, Map.of()).get(customer.id());
        if (member != null) {
            need.give(member, hours);
            need.customersOf.merge(member, 1, Integer::sum);
        } else if (!unplaced.getOrDefault(role, Set.of()).contains(customer.id())) {
            need.open.merge(customer.language().orElse(""), hours, BigDecimal::add);
        }
    }

    List<ProposedTeam> teams() {
        List<String> segments = models.segments().stream()
                .map(SegmentModel::segment)
                .filter(needs::containsKey)
                .toList();
        organisation.members().stream()
                .filter(member -> member.isActiveOn(date))
                .forEach(member -> left.put(member.id(), member.hoursPerYear()));
        segments.forEach(segment -> needs.getOrDefault(segment, Map.of()).forEach(this::sharePool));
        segments.forEach(segment -> needs.getOrDefault(segment, Map.of())
                .values()
                .forEach(need ->
                        need.hoursOf.forEach((member, hours) -> left.merge(member, hours.negate(), BigDecimal::add))));
        segments.forEach(segment -> needs.getOrDefault(segment, Map.of()).forEach(this::fill));
        List<ProposedTeam> teams = new ArrayList<>();
        for (String segment : segments) {
            List<ProposedRole> roles = new ArrayList<>();
            needs.getOrDefault(segment, Map.of()).forEach((post, need) -> roles.add(role(post, need)));
            teams.add(new ProposedTeam(segment, customers.getOrDefault(segment, 0), roles));
        }
        return List.copyOf(teams);
    }

    private void sharePool(Post post, Need need) {
        if (!post.pool().isEmpty()) {
            BigDecimal open = need.open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            new PoolShares(organisation, date).of(post.pool(), open).forEach(need::give);
            need.open.clear();
        }
    }

    /** Customers whose language is not known come last: any of those who are left can talk to them, as far as we know. */
    private void fill(Post post, Need need) {
        List<Member> holders = bestFirst(post.role());
        need.open.forEach((language, hours) -> {
            List<Member> speakers = new ArrayList<>(holders);
            speakers.sort(Comparator.comparing(holder -> !holder.languages().contains(language)));
            fill(need, hours, speakers);
        });
    }

    /** Gives hours to people in their order, up to what they have left. */
    private void fill(Need need, BigDecimal open, List<Member> people) {
        BigDecimal rest = open;
        for (Member member : people) {
            BigDecimal hours =
                    left.getOrDefault(member.id(), BigDecimal.ZERO).min(rest).max(BigDecimal.ZERO);
            if (hours.signum() > 0) {
                need.give(member.id(), hours);
                rest = rest.subtract(hours);
                left.merge(member.id(), hours.negate(), BigDecimal::add);
            }
        }
    }

    private List<Member> bestFirst(String role) {
        List<Member> holders = organisation.holders(role, date);
        Optional<Role> asked =
                organisation.role(role).filter(known -> known.profile().isPresent());
        return asked.isEmpty()
                ? holders
                : holders.stream()
                        .sorted(Comparator.comparing(member -> Fit.of(member, asked.get()), Fit.BEST_FIRST))
                        .toList();
    }

    private ProposedRole role(Post post, Need need) {
        List<ProposedMember> members = new ArrayList<>();
        need.hoursOf.forEach(
                (id, hours) -> members.add(new ProposedMember(id, need.customersOf.getOrDefault(id, 0), hours)));
        members.sort(Comparator.comparing(ProposedMember::hours).reversed().thenComparing(ProposedMember::memberId));
        List<Member> team = members.stream()
                .flatMap(one -> organisation.member(one.memberId()).stream())
                .toList();
        List<MissingSkill> skills = new ArrayList<>();
        need.skills.forEach((skill, level) -> {
            int best =
                    team.stream().mapToInt(member -> member.level(skill)).max().orElse(0);
            if (best < level) {
                skills.add(new MissingSkill(skill, level, best));
            }
        });
        Map<String, Integer> languages = new TreeMap<>(need.languages);
        team.forEach(member -> languages.keySet().removeAll(member.languages()));
        return new ProposedRole.Builder()
                .role(post.role())
                .pool(Optional.of(post.pool()).filter(pool -> !pool.isEmpty()))
                .hoursNeeded(need.hours)
                .hoursOfOne(hoursOfOne(post))
                .members(members)
                .missingSkills(skills)
                .missingLanguages(languages)
                .build();
    }

    private Optional<BigDecimal> hoursOfOne(Post post) {
        List<BigDecimal> hours = (post.pool().isEmpty()
                        ? organisation.holders(post.role(), date)
                        : organisation.poolMembers(post.pool(), date))
                .stream()
                        .map(Member::hoursPerYear)
                        .filter(some -> some.signum() > 0)
                        .toList();
        return hours.isEmpty()
                ? Optional.empty()
                : Optional.of(hours.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(hours.size()), MathContext.DECIMAL64));
    }
}
