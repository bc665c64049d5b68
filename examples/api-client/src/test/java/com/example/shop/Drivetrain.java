package com.example.shop;

import com.example.shop.drivetrain.ApiClient;
import com.example.shop.drivetrain.ApiException;
import com.example.shop.drivetrain.model.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The generated client, for one caller. What the generator can't know is here: tokens and problems. */
final class Drivetrain {
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private Drivetrain() {}

    /** For what everybody may ask. */
    static ApiClient asAnybody(URI api) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(api.toString());
        return client;
    }

    /** Sends an access token with each request. */
    static ApiClient as(String token, URI api) {
        return asAnybody(api).setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + token));
    }

    /** A customer's token of the local issuer. A deployed system has its users sign in. */
    static String token(String user, URI tokens) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=" + user + "&scope=customer")).build();
        String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(answer).path("access_token").asText();
    }

    /** Why a request was refused: every refusal of the API is such a document (RFC 9457). */
    static Problem problem(ApiException refusal) throws JsonProcessingException {
        return JSON.readValue(refusal.getResponseBody(), Problem.class);
    }
}
