package com.acme;

public record Thing(String text) {}
