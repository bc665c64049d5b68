package drivetrain.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request: literal segments before parameters, parameters before a greedy
 * {@code {proxy+}}, a method before {@code ANY}. Slashes at the end don't matter.
 */
final class RouteTable {
    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> methods = new HashMap<>();
        private String parameterName;
        private Node parameter;
        private String greedyName;
        private Node greedy;
    }

    /** A route and the decoded values of its parameters. */
    record Match(Route route, Map<String, String> pathParameters) {
        Match {
            pathParameters = Map.copyOf(pathParameters);
        }
    }

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException if a sibling's parameter has another name, which API Gateway
     *     doesn't allow, or if there is such a route already
     */
    void add(Route route) {
        Node node = root;
        for (String segment : segments(route.resource())) {
            node = child(node, segment);
        }
        if (node.methods.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("There are two routes " + route.key());
        }
    }

    private static Node child(Node node, String segment) {
        if (segment.endsWith("+}")) {
            node.greedyName = sameName(node.greedyName, segment.substring(1, segment.length() - 2));
            node.greedy = node.greedy == null ? new Node() : node.greedy;
            return node.greedy;
        }
        if (segment.startsWith("{")) {
            node.parameterName = sameName(node.parameterName,
                    segment.substring(1, segment.length() - 1));
            node.parameter = node.parameter == null ? new Node() : node.parameter;
            return node.parameter;
        }
        return node.literals.computeIfAbsent(segment, _ -> new Node());
    }

    private static String sameName(String old, String name) {
        if (old != null && !old.equals(name)) {
            throw new IllegalArgumentException("A sibling ({" + old
                    + "}) of this resource already has a variable path part");
        }
        return name;
    }

    /** The route of a raw path; empty if there is no such resource, or no such method of it. */
    Optional<Match> match(String method, String rawPath) {
        var parameters = new HashMap<String, String>();
        Node node = find(root, segments(rawPath), 0, parameters);
        if (node == null) {
            return Optional.empty();
        }
        Route route = node.methods.getOrDefault(method, node.methods.get("ANY"));
        return Optional.ofNullable(route).map(found -> new Match(found, parameters));
    }

    private static Node find(Node node, List<String> path, int at, Map<String, String> found) {
        if (at == path.size()) {
            return node.methods.isEmpty() ? null : node;
        }
        Node literal = node.literals.get(path.get(at));
        Node result = literal == null ? null : find(literal, path, at + 1, found);
        if (result == null && node.parameter != null) {
            result = find(node.parameter, path, at + 1, found);
            if (result != null) {
                found.put(node.parameterName, decode(path.get(at)));
            }
        }
        if (result == null && node.greedy != null) {
            found.put(node.greedyName, decode(String.join("/", path.subList(at, path.size()))));
            return node.greedy;
        }
        return result;
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw GatewayRefusal.withStatus(400, "Bad Request");
        }
    }
}
