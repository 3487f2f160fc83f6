package com.acme;

public record ThingInput(String text) {}
